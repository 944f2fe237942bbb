/** How many resources one page has. Published in ServiceProviderConfig: `filter.maxResults` and `pagination`. */
export const PAGE_SIZE = {
  /** Without `count`. */
  default: 100,
  /** Whatever `count` says. */
  max: 200,
} as const;

/** How long a cursor stays good, in seconds. Published in ServiceProviderConfig: `pagination.cursorTimeout`. */
export const CURSOR_TIMEOUT = 3_600;
