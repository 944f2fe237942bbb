import { ColumnMenu } from "./column-menu.tsx";
import { nothing, press } from "./stories/kit.tsx";
import { COLUMNS } from "./stories/people.tsx";

export default { component: ColumnMenu };

export const Closed = () => <ColumnMenu columns={COLUMNS} hidden={[]} onHiddenChange={nothing} />;
export const Open = () => <ColumnMenu columns={COLUMNS} hidden={["teams"]} onHiddenChange={nothing} />;
Open.play = press();
