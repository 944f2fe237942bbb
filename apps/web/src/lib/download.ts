import { apiError } from "./api-error.ts";
import { markSessionExpired } from "./session-expiry.ts";

/**
 * Asks the console API for a file and has the browser save it. POST, because the audit log knows of every export.
 *
 * @throws ApiError when the server refuses or fails
 */
export async function download(path: string, body: unknown, fileName: string): Promise<void> {
  const response = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  if (response.status === 401) markSessionExpired();
  if (!response.ok) throw await apiError(response);
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}
