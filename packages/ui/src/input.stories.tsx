import { Input, SearchInput, Textarea } from "./input.tsx";
import { LONG_TEXT, nothing } from "./stories/kit.tsx";

export default { component: Input };

export const Empty = () => <Input aria-label="Name" placeholder="Ada Lovelace" />;
export const Filled = () => <Input aria-label="Name" defaultValue="Ada Lovelace" />;
export const Invalid = () => <Input aria-label="Name" aria-invalid defaultValue="Ada" />;
export const Disabled = () => <Input aria-label="Name" disabled defaultValue="Ada Lovelace" />;
export const ReadOnly = () => <Input aria-label="Name" readOnly defaultValue="Ada Lovelace" />;
export const SeveralLines = () => <Textarea aria-label="Description" defaultValue={LONG_TEXT} />;
export const Search = () => <SearchInput label="Search people" value="" onValueChange={nothing} />;
export const SearchFilled = () => <SearchInput label="Search people" value="ada" onValueChange={nothing} />;
export const LongText = () => <Input aria-label="Name" defaultValue={LONG_TEXT} />;
