import { RadioCards } from "./radio-cards.tsx";
import { LONG_TEXT, LONG_WORD, nothing } from "./stories/kit.tsx";

export default { component: RadioCards };

const modes = {
  label: "Mode",
  value: "scim",
  onValueChange: nothing,
  options: [
    { value: "scim", title: "SCIM", description: "OneLogin pushes people and teams." },
    { value: "jit", title: "At sign-in", description: "An account is made when a person signs in." },
  ],
};

export const Plain = () => <RadioCards {...modes} />;
export const Disabled = () => <RadioCards {...modes} disabled />;
export const OneDisabledWithReason = () => (
  <RadioCards
    {...modes}
    options={[
      ...modes.options,
      { value: "invite", title: "Invites", description: "Needs a mail server.", disabled: true },
    ]}
  />
);
export const LongText = () => (
  <RadioCards
    {...modes}
    options={[{ value: "scim", title: LONG_WORD, description: `${LONG_TEXT} ${LONG_WORD}` }]}
  />
);
