import { ClearFilters, FilterBar, FilterChoice, FilterMany, Presets } from "./filter-bar.tsx";
import { SearchInput } from "./input.tsx";
import { LONG_TEXT, nothing, press } from "./stories/kit.tsx";

export default { component: FilterBar };

const status = {
  label: "Status",
  neutral: "any",
  options: [
    { value: "any", label: "Any" },
    { value: "active", label: "Active" },
    { value: "long", label: LONG_TEXT },
  ],
  onValueChange: nothing,
};
const outcomes = {
  label: "Outcome",
  anyLabel: "Any",
  options: [
    { value: "applied", label: "Applied" },
    { value: "rejected", label: "Rejected" },
  ],
  onValuesChange: nothing,
};
const presets = {
  label: "Teams",
  value: "all",
  presets: [
    { value: "all", label: "All", count: 14 },
    { value: "stale", label: "Possibly stale", count: 2 },
    { value: "manual", label: "Manual" },
  ],
  onValueChange: nothing,
};

export const Plain = () => (
  <FilterBar end={<SearchInput label="Search people" value="" onValueChange={nothing} />}>
    <FilterChoice {...status} value="any" />
    <FilterMany {...outcomes} values={[]} />
  </FilterBar>
);
export const Filtered = () => (
  <FilterBar>
    <SearchInput label="Search people" value="ada" onValueChange={nothing} />
    <FilterChoice {...status} value="active" />
    <FilterMany {...outcomes} values={["applied", "rejected"]} />
    <ClearFilters label="Clear filters" onClear={nothing} />
  </FilterBar>
);
export const ChoiceOpen = () => <FilterChoice {...status} value="active" />;
ChoiceOpen.play = press();
export const ManyOpen = () => <FilterMany {...outcomes} values={["applied"]} />;
ManyOpen.play = press();
export const WithPresets = () => <Presets {...presets} />;
export const LongText = () => (
  <FilterBar>
    <FilterChoice {...status} value="long" />
    <Presets
      {...presets}
      presets={[{ value: "all", label: "Everything that OneLogin ever sent", count: 1_000_000 }]}
    />
  </FilterBar>
);
