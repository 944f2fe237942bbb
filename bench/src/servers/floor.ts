// What the machine can do at all: node:http alone, with one prepared SELECT, with one INSERT. Run as
//   floor.ts <bare|select|insert> <database url> <tenant id>
// Prints its port, then serves until it is killed.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { openDatabase, uuidv7 } from "@rollcall/db";

const [kind, url = "", tenantId = ""] = process.argv.slice(2);
const db = openDatabase(url, { connections: 16 });

const SELECT = {
  name: "floor-select",
  text: `SELECT id, "userName", active, attributes, version, "createdAt", "updatedAt"
           FROM "User" WHERE "tenantId" = $1 AND id = $2`,
};
const INSERT = { name: "floor-insert", text: "INSERT INTO floor (id, body) VALUES ($1, $2)" };

const sample = {
  schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"],
  id: tenantId,
  userName: "ada.lovelace@acme.test",
  name: { givenName: "Ada", familyName: "Lovelace" },
  emails: [{ value: "ada.lovelace@acme.test", type: "work", primary: true }],
  active: true,
};

async function answer(request: IncomingMessage): Promise<object | undefined> {
  if (kind === "bare") return sample;
  if (kind === "select") {
    const id = request.url?.slice(request.url.lastIndexOf("/") + 1);
    return (await db.pool.query({ ...SELECT, values: [tenantId, id] })).rows[0];
  }
  const body = await new Promise<string>((done) => {
    let text = "";
    request.on("data", (piece) => {
      text += piece;
    });
    request.on("end", () => done(text));
  });
  const parsed: object = JSON.parse(body);
  await db.pool.query({ ...INSERT, values: [uuidv7(), JSON.stringify(parsed)] });
  return parsed;
}

function send(response: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
  });
  response.end(text);
}

const server = createServer((request, response) => {
  answer(request).then(
    (body) => (body ? send(response, 200, body) : send(response, 404, {})),
    (error: unknown) => send(response, 500, { error: String(error) }),
  );
});
// Idle for longer than Node's 5 s while the others are measured.
server.keepAliveTimeout = 65_000;
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (typeof address === "object" && address) process.stdout.write(`${address.port}\n`);
});
