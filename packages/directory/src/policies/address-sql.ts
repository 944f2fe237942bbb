/**
 * SQL for "has this address", in a form that an index answers: the one to reach a person at is in `emailKey`; only of
 * who has several is the array indexed too.
 *
 * @param user alias of the `"User"` row
 * @param key SQL of the address as `matchKey` gives it
 */
export function hasAddressSql(user: string, key: string): string {
  return `(${user}."emailKey" = ${key}
    OR (cardinality(${user}."emailKeys") > 1 AND ${user}."emailKeys" @> ARRAY[${key}::text]))`;
}
