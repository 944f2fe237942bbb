import { StatusPill } from "./status-pill.tsx";
import { LONG_TEXT } from "./stories/kit.tsx";

export default { component: StatusPill };

export const Ok = () => <StatusPill status="ok">Connected</StatusPill>;
export const Warn = () => <StatusPill status="warn">Connected, 3 rejected</StatusPill>;
export const Bad = () => <StatusPill status="bad">Token rejected</StatusPill>;
export const Info = () => <StatusPill status="info">Nothing pushed yet</StatusPill>;
export const Waiting = () => <StatusPill status="waiting">Waiting for OneLogin</StatusPill>;
export const Off = () => <StatusPill status="off">Paused</StatusPill>;
export const LongText = () => <StatusPill status="warn">{LONG_TEXT}</StatusPill>;
