import { createServer, type Server } from "node:http";
import { afterEach, expect, test } from "vitest";
import { listen } from "./listen.ts";

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

function started(port: number, host?: string, onError: (error: Error) => void = () => {}) {
  const server = createServer();
  open.push(server);
  return { server, address: listen(server, port, host, onError) };
}

test("a free port is listened on", async () => {
  const { port } = await started(0, "127.0.0.1").address;
  expect(port).toBeGreaterThan(0);
});

test("a port that another process has is named with the way out", async () => {
  const { port } = await started(0, "127.0.0.1").address;
  await expect(started(port, "127.0.0.1").address).rejects.toThrow(
    `Port ${port} is in use by another process. Set PORT to another one.`,
  );
});

test("an address that is not this machine's is named with the way out", async () => {
  await expect(started(0, "192.0.2.1").address).rejects.toThrow(
    "This machine does not have the address 192.0.2.1. Set HOST to one that it has, or leave it out.",
  );
});

test("what the socket suffers later is told, and does not end the process", async () => {
  const told: string[] = [];
  const { server, address } = started(0, "127.0.0.1", (error) => told.push(error.message));
  await address;
  server.emit("error", new Error("accept ENFILE"));
  server.emit("error", new Error("accept ENFILE"));
  expect(told).toEqual(["accept ENFILE", "accept ENFILE"]);
});
