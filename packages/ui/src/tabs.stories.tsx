import { LONG_TEXT, LONG_WORD, nothing } from "./stories/kit.tsx";
import { LinkTabs, Tabs } from "./tabs.tsx";

export default { component: Tabs };

const protocols = {
  label: "Protocol",
  value: "saml",
  onValueChange: nothing,
  items: [
    { value: "saml", label: "SAML", panel: "Paste the metadata of OneLogin." },
    { value: "oidc", label: "OpenID Connect", panel: "Paste the issuer." },
  ],
};

export const Panels = () => <Tabs {...protocols} />;
export const Links = () => (
  <LinkTabs
    label="Provisioning"
    tabs={[
      { link: <a href="#overview">Overview</a>, active: true },
      { link: <a href="#activity">Activity</a>, active: false },
    ]}
  />
);
export const LongText = () => (
  <Tabs {...protocols} items={[...protocols.items, { value: "long", label: LONG_TEXT, panel: LONG_WORD }]} />
);
export const LongLinks = () => (
  <LinkTabs label="Provisioning" tabs={[{ link: <a href="#overview">{LONG_TEXT}</a>, active: true }]} />
);
