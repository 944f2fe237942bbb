import { nothing } from "./stories/kit.tsx";
import { Switch } from "./switch.tsx";

export default { component: Switch };

const scim = { label: "SCIM provisioning", words: { on: "On", off: "Off" }, onCheckedChange: nothing };

export const On = () => <Switch {...scim} checked />;
export const Off = () => <Switch {...scim} checked={false} />;
export const WithoutWords = () => <Switch label="Strict names" checked onCheckedChange={nothing} />;
export const Pending = () => <Switch {...scim} checked pending />;
export const DisabledWithReason = () => (
  <>
    <Switch {...scim} checked disabled describedBy="reason" />
    <p id="reason">Only admins can manage provisioning</p>
  </>
);
export const LongText = () => (
  <Switch {...scim} checked words={{ on: "Turned on for everybody", off: "Turned off for everybody" }} />
);
