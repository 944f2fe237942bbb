import { BulkBar } from "./bulk-bar.tsx";
import { Button } from "./button.tsx";
import { nothing } from "./stories/kit.tsx";

export default { component: BulkBar };

export const Selected = () => (
  <BulkBar count={3} onClear={nothing}>
    <Button size="sm">Export</Button>
    <Button size="sm" variant="danger">
      Deactivate
    </Button>
  </BulkBar>
);
export const NothingSelected = () => (
  <BulkBar count={0} onClear={nothing}>
    <Button size="sm">Export</Button>
  </BulkBar>
);
export const DisabledWithReason = () => (
  <BulkBar count={2} onClear={nothing}>
    <Button size="sm" aria-disabled aria-describedby="reason">
      Deactivate
    </Button>
    <p id="reason" className="text-13 text-muted-foreground">
      OneLogin manages both of them
    </p>
  </BulkBar>
);
export const LongText = () => (
  <BulkBar count={1_000_000} onClear={nothing}>
    <Button size="sm">Export everybody who is selected</Button>
    <Button size="sm">Put the others aside for thirty days</Button>
  </BulkBar>
);
