import { Settings2, UserRound } from "lucide-react";
import { CommandDialog, type CommandGroup } from "./command-dialog.tsx";
import { LONG_TEXT, LONG_WORD, nothing } from "./stories/kit.tsx";

export default { component: CommandDialog };

const GROUPS: readonly CommandGroup[] = [
  {
    key: "pages",
    heading: "Pages",
    items: [
      { key: "users", label: "Users", icon: <UserRound aria-hidden />, onSelect: nothing },
      {
        key: "config",
        label: "View Config",
        icon: <Settings2 aria-hidden />,
        onSelect: nothing,
      },
    ],
  },
];
const palette = {
  open: true,
  onOpenChange: nothing,
  title: "Commands",
  placeholder: "Type a page, a person or a team",
  empty: "Nothing matches",
  query: "",
  onQueryChange: nothing,
  groups: GROUPS,
};

export const Open = () => <CommandDialog {...palette} />;
export const Filtered = () => <CommandDialog {...palette} query="conf" />;
export const Empty = () => <CommandDialog {...palette} query="zzz" groups={[]} />;
export const LongText = () => (
  <CommandDialog
    {...palette}
    placeholder={LONG_TEXT}
    groups={[
      {
        key: "people",
        heading: LONG_TEXT,
        items: [{ key: "one", label: `Trace ${LONG_WORD}`, onSelect: nothing }],
      },
    ]}
  />
);
