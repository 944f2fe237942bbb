import { nothing } from "@rollcall/ui/stories/kit";
import { ApiError } from "~/lib/api-error.ts";
import { FAILURE } from "~/stories/fixtures/failure.ts";
import { LoadError } from "./load-error.tsx";

export default { component: LoadError };

const UNREACHED = new ApiError({
  status: 0,
  code: "network.unreachable",
  message: "Rollcall can't be reached.",
});

export const Failed = () => <LoadError error={FAILURE} onRetry={nothing} retrying={false} />;
export const Unreached = () => <LoadError error={UNREACHED} onRetry={nothing} retrying={false} />;
export const Retrying = () => <LoadError error={FAILURE} onRetry={nothing} retrying />;
