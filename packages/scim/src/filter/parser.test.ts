import { describe, expect, it } from "vitest";
import { Deviations } from "../dialects/dialect.ts";
import { GROUP, USER } from "../schema/resource-type.ts";
import type { Filter } from "./ast.ts";
import { FILTER_LIMITS } from "./limits.ts";
import { parseFilter } from "./parser.ts";
import { printFilter } from "./print.ts";

function read(text: string, type = USER): Filter {
  const result = parseFilter(text, type.names);
  if (!result.ok) throw new Error(result.error.detail);
  return result.value;
}

function refusal(text: string) {
  const result = parseFilter(text, USER.names);
  return result.ok ? "accepted" : `${result.error.status} ${result.error.scimType}`;
}

function dialectsOf(text: string): string[] {
  const deviations = new Deviations();
  const result = parseFilter(text, USER.names, deviations);
  return result.ok ? deviations.list.map((deviation) => deviation.dialect) : [result.error.detail];
}

describe("the examples of RFC 7644 §3.4.2.2", () => {
  const examples = [
    'userName eq "bjensen"',
    `name.familyName co "O'Malley"`,
    'userName sw "J"',
    'urn:ietf:params:scim:schemas:core:2.0:User:userName sw "J"',
    "title pr",
    'meta.lastModified gt "2011-05-13T04:42:34Z"',
    'title pr and userType eq "Employee"',
    'title pr or userType eq "Intern"',
    'schemas eq "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"',
    'userType eq "Employee" and (emails co "example.com" or emails.value co "example.org")',
    'userType ne "Employee" and not (emails co "example.com" or emails.value co "example.org")',
    'userType eq "Employee" and (emails.type eq "work")',
    'userType eq "Employee" and emails[type eq "work" and value co "@example.com"]',
    'emails[type eq "work" and value co "@example.com"] or ims[type eq "xmpp" and value co "@foo.com"]',
  ];

  it.each(examples)("%s is read without a dialect and survives printing", (text) => {
    expect(dialectsOf(text)).toEqual([]);
    const tree = read(text);
    expect(read(printFilter(tree))).toEqual(tree);
  });
});

describe("precedence", () => {
  it("`and` binds tighter than `or`", () => {
    expect(printFilter(read("title pr or nickName pr and active eq true"))).toBe(
      "title pr or (nickName pr and active eq true)",
    );
  });

  it("brackets come first, `not` before `and`", () => {
    expect(printFilter(read("not (title pr) AND (nickName pr OR locale pr)"))).toBe(
      "not (title pr) and (nickName pr or locale pr)",
    );
  });
});

describe("names", () => {
  it("are found in any case, and come out in the schema's spelling", () => {
    expect(printFilter(read('USERNAME Eq "a"'))).toBe('userName eq "a"');
    expect(
      printFilter(read('URN:ietf:params:scim:schemas:extension:enterprise:2.0:User:MANAGER.value eq "a"')),
    ).toBe('urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value eq "a"');
  });

  it("a complex attribute named alone stands for its value", () => {
    expect(printFilter(read('emails eq "a@x.io"'))).toBe('emails.value eq "a@x.io"');
    expect(printFilter(read('members eq "1"', GROUP))).toBe('members.value eq "1"');
  });

  it("that no schema has are refused, so that a filter never matches everything", () => {
    expect(refusal('shoeSize eq "43"')).toBe("400 invalidFilter");
    expect(refusal('__proto__ eq "a"')).toBe("400 invalidFilter");
    expect(refusal('name eq "a"')).toBe("400 invalidFilter");
  });

  it("password can never be searched", () => {
    expect(refusal('password eq "a"')).toBe("403 sensitive");
  });
});

describe("values", () => {
  it("take every escape of JSON", () => {
    expect(read(String.raw`userName eq "a\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00"`)).toMatchObject({
      value: 'a"\\/\b\f\n\r\té😀',
    });
  });

  it("dates come out in UTC", () => {
    expect(read('meta.created ge "2026-01-31T12:00:00+02:00"')).toMatchObject({
      value: "2026-01-31T10:00:00.000Z",
    });
  });

  it.each([
    "active gt true",
    'active eq "perhaps"',
    'x509Certificates.value gt "a"',
    'meta.created eq "yesterday"',
    "userName gt null",
    String.raw`userName eq "\u0000"`,
    String.raw`userName eq "\ud800"`,
    "userName eq 'a'",
    'userName eq "a',
    'userName regex "a"',
    "userName eq",
    "userName",
    "",
    "(userName pr",
    "userName pr)",
    "userName pr and",
    'userName eq "a" "b"',
    'emails[type eq "work"',
    "userName[value pr]",
  ])("%s is refused", (text) => {
    expect(refusal(text)).toBe("400 invalidFilter");
  });
});

describe("dialects", () => {
  it("a value without quotation marks is text (Entra ID)", () => {
    expect(dialectsOf("externalId eq jyoung")).toEqual(["unquoted-value"]);
    expect(dialectsOf("meta.Created gt 2020-05-01T00:00:00Z")).toEqual(["unquoted-value"]);
  });

  it("`email eq` asks for emails.value (Okta)", () => {
    expect(printFilter(read('email eq "a@x.io"'))).toBe('emails.value eq "a@x.io"');
    expect(dialectsOf('email eq "a@x.io"')).toEqual(["email-attribute"]);
  });

  it("operators and names in any case are the RFC's own (PingOne)", () => {
    expect(dialectsOf('username Eq "a"')).toEqual([]);
  });

  it("a value path may go on with a sub-attribute, and both hold for one element (Entra ID)", () => {
    expect(printFilter(read('emails[type eq "work"].value eq "a@x.io"'))).toBe(
      'emails[type eq "work" and value eq "a@x.io"]',
    );
  });

  it("a boolean may come as text (Entra ID)", () => {
    expect(printFilter(read('roles[primary eq "True"].value eq "a"'))).toBe(
      'roles[primary eq true and value eq "a"]',
    );
  });

  it("an extension's attribute may stand without its URN, or with a dot after it (Entra ID)", () => {
    expect(dialectsOf('manager eq "u9"')).toEqual(["unqualified-extension"]);
    expect(dialectsOf('urn:ietf:params:scim:schemas:extension:enterprise:2.0:User.manager eq "u9"')).toEqual([
      "urn-dot",
    ]);
  });
});

describe("bounds", () => {
  it("4 KiB of nested brackets are refused in less than 5 ms", () => {
    const text = "(".repeat(FILTER_LIMITS.bytes);
    const times = Array.from({ length: 20 }, () => {
      const start = performance.now();
      expect(refusal(text)).toBe("400 invalidFilter");
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(5);
  });

  it("depth 16 is read, depth 17 is not", () => {
    const nest = (depth: number) => `${"(".repeat(depth)}title pr${")".repeat(depth)}`;
    expect(refusal(nest(16))).toBe("accepted");
    expect(refusal(nest(17))).toBe("400 invalidFilter");
  });

  it("64 comparisons are read, 65 are not", () => {
    const chain = (terms: number) => Array.from({ length: terms }, () => "title pr").join(" or ");
    expect(refusal(chain(64))).toBe("accepted");
    expect(refusal(chain(65))).toBe("400 invalidFilter");
  });

  it("length counts in bytes of UTF-8", () => {
    const value = (text: string) => `title eq "${text}"`;
    expect(refusal(value("é".repeat(2042)))).toBe("accepted");
    expect(refusal(value("é".repeat(2043)))).toBe("400 invalidFilter");
  });
});
