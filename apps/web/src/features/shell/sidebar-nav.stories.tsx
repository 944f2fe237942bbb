import { ADMIN, MEMBER } from "~/stories/fixtures/identity.ts";
import { navigationFor } from "./navigation.ts";
import { SidebarNav } from "./sidebar-nav.tsx";

export default { component: SidebarNav };

const SECTIONS = navigationFor(new Set(ADMIN.permissions));

export const Admin = () => <SidebarNav sections={SECTIONS} />;
export const Member = () => <SidebarNav sections={navigationFor(new Set(MEMBER.permissions))} />;
export const Rail = () => <SidebarNav sections={SECTIONS} rail />;
/** The name of the page beside its icon. */
export const RailWithName = () => <SidebarNav sections={SECTIONS} rail />;
RailWithName.play = ({ canvasElement }: { readonly canvasElement: HTMLElement }) =>
  canvasElement.querySelector("a")?.focus();
