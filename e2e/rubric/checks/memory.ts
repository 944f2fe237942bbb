import type { Page } from "@playwright/test";

/** Everything that the page keeps outside what it shows: its address, storages, cookies and the caches of its queries. */
export function memoryOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const client = queryClient();
    return JSON.stringify([
      location.href,
      document.cookie,
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      history.state,
      client
        .getQueryCache()
        .getAll()
        .map(({ queryKey, state }) => [queryKey, state.data]),
      client
        .getMutationCache()
        .getAll()
        .map(({ state }) => [state.variables, state.data]),
    ]);

    interface Client {
      getQueryCache(): { getAll(): { queryKey: unknown; state: { data: unknown } }[] };
      getMutationCache(): { getAll(): { state: { variables: unknown; data: unknown } }[] };
    }
    /** React keeps the root of its tree on the document; the provider of the queries is in that tree. */
    function queryClient(): Client {
      const key = Object.keys(document).find((name) => name.startsWith("__reactContainer$")) ?? "";
      const waiting: unknown[] = [Reflect.get(document, key)];
      for (let fiber = waiting.pop(); fiber; fiber = waiting.pop()) {
        const found: unknown = Reflect.get(Object(Reflect.get(Object(fiber), "memoizedProps")), "client");
        if (isClient(found)) return found;
        waiting.push(Reflect.get(Object(fiber), "sibling"), Reflect.get(Object(fiber), "child"));
        while (waiting.length > 0 && !waiting.at(-1)) waiting.pop();
      }
      throw new Error("The page has no cache of queries");
    }
    function isClient(value: unknown): value is Client {
      return typeof value === "object" && value !== null && "getQueryCache" in value;
    }
  });
}
