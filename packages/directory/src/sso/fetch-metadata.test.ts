import { createServer, type RequestListener, type Server } from "node:http";
import type { LookupFunction } from "node:net";
import { afterEach, expect, it } from "vitest";
import { fetchMetadata } from "./fetch-metadata.ts";

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

async function serve(listener: RequestListener): Promise<number> {
  const opened = createServer(listener);
  server = opened;
  await new Promise<void>((done) => opened.listen(0, "127.0.0.1", done));
  const address = opened.address();
  return typeof address === "object" && address ? address.port : 0;
}

/** Resolves every name to these addresses, one for each time that it is asked. */
function resolving(...addresses: string[]): LookupFunction {
  return (_hostname, options, done) => {
    const address = addresses.shift() ?? "192.0.2.1";
    if (options.all) done(null, [{ address, family: 4 }]);
    else done(null, address, 4);
  };
}

it("reads what an address answers, also in a private network", async () => {
  const port = await serve((_request, response) => response.end("<Entität/>"));
  expect(await fetchMetadata(`http://127.0.0.1:${port}/metadata`)).toEqual({ ok: true, xml: "<Entität/>" });
  expect(await fetchMetadata(`http://localhost:${port}/`, resolving("127.0.0.1"))).toMatchObject({
    ok: true,
  });
});

it.each([
  "http://169.254.169.254/latest/meta-data",
  "http://[::ffff:169.254.169.254]/",
  "http://2852039166/",
  "http://[fe80::1]/",
  "http://[fd00:ec2::254]/",
])("asks no address where a cloud machine keeps its credentials: %s", async (address) => {
  expect(await fetchMetadata(address)).toEqual({ ok: false, problem: "This address is not allowed." });
});

it("asks none that a name leads to either, and a name cannot change its mind after it was checked", async () => {
  const forbidden = { ok: false, problem: "This address is not allowed." };
  expect(await fetchMetadata("http://idp.test/", resolving("169.254.169.254"))).toEqual(forbidden);
  const port = await serve((_request, response) => response.end("mine"));
  const rebinding = resolving("127.0.0.1", "169.254.169.254");
  expect(await fetchMetadata(`http://idp.test:${port}/`, rebinding)).toEqual({ ok: true, xml: "mine" });
});

it("follows no redirect", async () => {
  const port = await serve((_request, response) =>
    response.writeHead(302, { location: "http://169.254.169.254/" }).end(),
  );
  expect(await fetchMetadata(`http://127.0.0.1:${port}/`)).toEqual({
    ok: false,
    problem: "The address answered 302.",
  });
});

it("reads two mebibytes at most", async () => {
  const port = await serve((_request, response) => response.end("x".repeat(2 * 1024 * 1024 + 1)));
  expect(await fetchMetadata(`http://127.0.0.1:${port}/`)).toEqual({
    ok: false,
    problem: "The document is larger than 2 MiB.",
  });
});

it("says of an address that does not answer that nothing could be read from it", async () => {
  expect(await fetchMetadata("http://127.0.0.1:1/")).toEqual({
    ok: false,
    problem: "Nothing could be read from this address.",
  });
});

it.each(["ftp://idp.test/", "idp.test", "http://user:secret@idp.test/", "file:///etc/passwd"])(
  "takes no other kind of address: %s",
  async (address) => {
    expect(await fetchMetadata(address)).toEqual({ ok: false, problem: "This is no web address." });
  },
);
