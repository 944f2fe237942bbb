import { Copy, Ellipsis, Moon, RefreshCw, Sun, Trash2 } from "lucide-react";
import { IconButton } from "./button.tsx";
import { Menu, MenuCheckboxItem, MenuHeading, MenuItem, MenuRadioGroup, MenuSeparator } from "./menu.tsx";
import { LONG_TEXT, LONG_WORD, nothing, press } from "./stories/kit.tsx";

export default { component: Menu };

const trigger = (
  <IconButton label="More">
    <Ellipsis aria-hidden />
  </IconButton>
);

export const Closed = () => <Menu trigger={trigger}>{null}</Menu>;
export const Items = () => (
  <Menu trigger={trigger}>
    <MenuItem icon={<Copy aria-hidden />}>Copy SCIM URL</MenuItem>
    <MenuSeparator />
    <MenuItem icon={<Trash2 aria-hidden />} danger>
      Delete team
    </MenuItem>
  </Menu>
);
Items.play = press();
export const DisabledWithReason = () => (
  <Menu trigger={trigger}>
    <MenuItem icon={<RefreshCw aria-hidden />} disabled hint="There is no token yet">
      Regenerate token
    </MenuItem>
  </Menu>
);
DisabledWithReason.play = press();
export const Choices = () => (
  <Menu trigger={trigger} align="start">
    <MenuHeading>Ada Lovelace</MenuHeading>
    <MenuCheckboxItem checked onCheckedChange={nothing}>
      Teams
    </MenuCheckboxItem>
    <MenuRadioGroup
      label="Theme"
      value="light"
      onValueChange={nothing}
      options={[
        { value: "light", label: "Light", icon: <Sun aria-hidden /> },
        { value: "dark", label: "Dark", icon: <Moon aria-hidden /> },
      ]}
    />
  </Menu>
);
Choices.play = press();
export const LongText = () => (
  <Menu trigger={trigger}>
    <MenuItem icon={<Copy aria-hidden />} hint={LONG_TEXT}>
      {LONG_WORD}
    </MenuItem>
    <MenuCheckboxItem checked onCheckedChange={nothing}>
      {LONG_WORD}
    </MenuCheckboxItem>
  </Menu>
);
LongText.play = press();
