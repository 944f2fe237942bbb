import {
  Building2,
  CircleUserRound,
  CloudDownload,
  FlaskConical,
  Keyboard,
  KeyRound,
  LockKeyhole,
  type LucideIcon,
  MonitorSmartphone,
  Palette,
  ScrollText,
  UserRound,
  UsersRound,
} from "lucide-react";

/** The icon of a page in the navigation, by its key. */
export const navIcons: Readonly<Record<string, LucideIcon>> = {
  users: UserRound,
  teams: UsersRound,
  general: Building2,
  sso: KeyRound,
  provisioning: CloudDownload,
  check: FlaskConical,
  audit: ScrollText,
  profile: CircleUserRound,
  password: LockKeyhole,
  sessions: MonitorSmartphone,
  appearance: Palette,
  keyboard: Keyboard,
};
