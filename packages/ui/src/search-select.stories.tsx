import { SearchSelect } from "./search-select.tsx";
import { LONG_TEXT, LONG_WORD, nothing, press } from "./stories/kit.tsx";

export default { component: SearchSelect };

const DATA = { id: "1", label: "data", hint: "8 members" };
const team = {
  label: "Team",
  placeholder: "Any",
  searchLabel: "Search teams",
  options: [DATA, { id: "2", label: "infra" }, { id: "3", label: LONG_WORD, hint: LONG_TEXT }],
  value: null,
  onValueChange: nothing,
  onSearch: nothing,
  empty: "No team matches",
};

export const Closed = () => <SearchSelect {...team} />;
export const Chosen = () => <SearchSelect {...team} value={DATA} />;
export const Open = () => <SearchSelect {...team} value={DATA} />;
Open.play = press();
export const Empty = () => <SearchSelect {...team} options={[]} />;
Empty.play = press();
export const LongText = () => <SearchSelect {...team} value={{ id: "3", label: LONG_WORD }} />;
