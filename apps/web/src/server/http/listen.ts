import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * Begins to take connections.
 *
 * @param host the address to listen on; undefined is all of them
 * @param onError told of what goes wrong with the listening socket later
 * @throws one line with the way out, when the port or the address cannot be had
 */
export async function listen(
  server: Server,
  port: number,
  host: string | undefined,
  onError: (error: Error) => void,
): Promise<AddressInfo> {
  await new Promise<void>((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException): void => reject(new Error(cause(error, port, host)));
    server.once("error", fail);
    server.listen({ port, ...(host ? { host } : {}) }, () => {
      server.off("error", fail);
      server.on("error", onError);
      resolve();
    });
  });
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("The server has no address.");
  return address;
}

function cause({ code, message }: NodeJS.ErrnoException, port: number, host: string | undefined): string {
  switch (code) {
    case "EADDRINUSE":
      return `Port ${port} is in use by another process. Set PORT to another one.`;
    case "EACCES":
      return `This user may not listen on port ${port}. Set PORT to one above 1023.`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return `This machine does not have the address ${host}. Set HOST to one that it has, or leave it out.`;
    default:
      return `Cannot listen on port ${port}: ${message}. See PORT and HOST.`;
  }
}
