import { Plus, RefreshCw } from "lucide-react";
import { Button, IconButton } from "./button.tsx";
import { LONG_WORD } from "./stories/kit.tsx";

export default { component: Button };

export const Primary = () => <Button variant="primary">Invite user</Button>;
export const Secondary = () => <Button>View Config</Button>;
export const Ghost = () => <Button variant="ghost">Dismiss</Button>;
export const Danger = () => <Button variant="danger">Delete team</Button>;
export const Link = () => <Button variant="link">Show the steps</Button>;
export const Small = () => <Button size="sm">Try again</Button>;
export const Large = () => (
  <Button size="lg" variant="primary">
    Continue with OneLogin
  </Button>
);
export const WithIcon = () => (
  <Button>
    <Plus aria-hidden />
    Create team
  </Button>
);
export const Icon = () => (
  <IconButton label="Regenerate token">
    <RefreshCw aria-hidden />
  </IconButton>
);
export const AsLink = () => <Button render={<a href="#users" />}>Go to Users</Button>;
export const Loading = () => (
  <Button variant="primary" busy>
    Save
  </Button>
);
export const DisabledWithReason = () => (
  <>
    <Button variant="primary" aria-disabled aria-describedby="reason">
      View Config
    </Button>
    <p id="reason">Turn SCIM on first</p>
  </>
);
export const LongText = () => <Button>Open {LONG_WORD}</Button>;
