/** What has to be typed to delete several teams. */
export function bulkConfirmation(count: number): string {
  return count === 1 ? "delete 1 team" : `delete ${count} teams`;
}
