import { markSessionExpired } from "~/lib/session-expiry.ts";
import { SessionExpiredDialog } from "./session-expired-dialog.tsx";

export default { component: SessionExpiredDialog };

export const Expired = () => <SessionExpiredDialog />;
Expired.play = markSessionExpired;
