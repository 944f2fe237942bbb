import { MAX_BULK_BYTES } from "../http/request.ts";
import type { JsonObject } from "../json.ts";
import { CURSOR_TIMEOUT, PAGE_SIZE } from "../query/limits.ts";
import { SERVICE_PROVIDER_CONFIG } from "../schema/urns.ts";

/** The most operations of one bulk request: `bulk.maxOperations`. */
export const MAX_BULK_OPERATIONS = 1000;

/** What this service provider can do. RFC 7643 §5, with the `pagination` of RFC 9865 §4. */
export function serviceProviderConfig(baseUrl: string): JsonObject {
  return {
    schemas: [SERVICE_PROVIDER_CONFIG],
    documentationUri: "https://www.rfc-editor.org/rfc/rfc7644",
    patch: { supported: true },
    bulk: { supported: true, maxOperations: MAX_BULK_OPERATIONS, maxPayloadSize: MAX_BULK_BYTES },
    filter: { supported: true, maxResults: PAGE_SIZE.max },
    changePassword: { supported: false },
    sort: { supported: true },
    etag: { supported: true },
    pagination: {
      cursor: true,
      index: true,
      defaultPaginationMethod: "index",
      defaultPageSize: PAGE_SIZE.default,
      maxPageSize: PAGE_SIZE.max,
      cursorTimeout: CURSOR_TIMEOUT,
    },
    authenticationSchemes: [
      {
        type: "oauthbearertoken",
        name: "Bearer token",
        description: "A long-lived token from the console, sent as a bearer token.",
        specUri: "https://www.rfc-editor.org/rfc/rfc6750",
        primary: true,
      },
    ],
    meta: { resourceType: "ServiceProviderConfig", location: `${baseUrl}/ServiceProviderConfig` },
  };
}
