/** How many resources one page has. Published in ServiceProviderConfig: `filter.maxResults` and `pagination`. */
export const PAGE_SIZE = {
  /** Without `count`. */
  default: 100,
  /** Whatever `count` says. */
  max: 200,
} as const;
