import { Spinner } from "./spinner.tsx";

export default { component: Spinner };

export const BesideALabel = () => (
  <p className="flex items-center gap-2">
    <Spinner /> Saving
  </p>
);
