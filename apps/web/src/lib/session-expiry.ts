let expired = false;
const listeners = new Set<() => void>();

/** The server refused this browser's session. The shell asks the person to sign in again. */
export function markSessionExpired(): void {
  expired = true;
  for (const listener of listeners) listener();
}

export const sessionExpiry = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  get: () => expired,
};
