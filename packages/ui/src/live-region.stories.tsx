import { Button } from "./button.tsx";
import { useAnnounce } from "./live-region.tsx";
import { press } from "./stories/kit.tsx";

export default { component: Announcing };

function Announcing() {
  const announce = useAnnounce();
  return <Button onClick={() => announce("SCIM URL copied")}>Say it</Button>;
}

export const Announced = () => <Announcing />;
Announced.play = press();
