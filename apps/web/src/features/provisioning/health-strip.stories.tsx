import { HEALTHY, NOT_SET_UP } from "~/stories/fixtures/overview.ts";
import { HealthStrip } from "./health-strip.tsx";

export default { component: HealthStrip };

export const Healthy = () => <HealthStrip traffic={HEALTHY.traffic} />;
export const Failing = () => <HealthStrip traffic={{ ...HEALTHY.traffic, rejected: 3, authFailed: 41 }} />;
export const Empty = () => <HealthStrip traffic={NOT_SET_UP.traffic} />;
export const LongText = () => (
  <HealthStrip traffic={{ ...HEALTHY.traffic, rejected: 1_234_567_890, authFailed: 1_234_567_890 }} />
);
