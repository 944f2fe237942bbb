import { OnlyYou } from "./no-users.tsx";

export default { component: OnlyYou };

export const FirstRun = () => <OnlyYou provider="OneLogin" />;
