import type { Person } from "./person.ts";

const GIVEN = [
  "Ada",
  "Grace",
  "Zoë",
  "Björn",
  "Mei",
  "Kwame",
  "Chloé",
  "José",
  "Anaïs",
  "Ravi",
  "Ines",
  "Yusuf",
  "Łucja",
  "Noah",
  "Priya",
  "Søren",
  "Olga",
  "Tariq",
  "Hana",
  "Diego",
  "Fatima",
  "Lars",
  "Nkechi",
  "Emre",
  "Sofia",
  "Jun",
];
const FAMILY = [
  "Lamarr",
  "Hopper",
  "Müller",
  "Okafor",
  "Chen",
  "O'Brien",
  "García",
  "Nowak",
  "Haddad",
  "Iyer",
  "Åkesson",
  "Silva",
  "van der Berg",
  "Kim",
  "Novák",
  "Dubois",
  "Rossi",
  "Yılmaz",
  "Mensah",
  "Sato",
  "Lindqvist",
  "Petrov",
  "Moreau",
];
const DEPARTMENTS = ["Engineering", "Research", "Finance", "People", "Sales", "Support", "R&D"];
const TITLES = ["Engineer", "Analyst", "Manager", "Lead", "Scientist", "Designer"];
const ROLES = [
  "platform-admins",
  "ml-engineers",
  "data-science",
  "finance",
  "support",
  "security",
  "contractors",
  "research",
  "sre",
  "design",
];

/**
 * People who are the same on every call: the n-th person of a domain never changes.
 * @example samplePeople(2, "acme.test") // ada.lamarr.1@acme.test, grace.hopper.2@acme.test
 */
export function samplePeople(count: number, domain: string): readonly Person[] {
  return Array.from({ length: count }, (_, index) => samplePerson(index, domain));
}

function samplePerson(index: number, domain: string): Person {
  const givenName = pick(GIVEN, index);
  const familyName = pick(FAMILY, index);
  const address = `${mailPart(givenName)}.${mailPart(familyName)}.${index + 1}@${domain}`;
  return {
    id: String(100_000 + index),
    userName: address,
    email: address,
    givenName,
    familyName,
    title: pick(TITLES, index),
    department: pick(DEPARTMENTS, index),
  };
}

/** Names of roles, the first ten by hand, numbered from there on. */
export function sampleRoles(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) =>
    index < ROLES.length ? pick(ROLES, index) : `role-${index + 1}`,
  );
}

function pick(from: readonly string[], index: number): string {
  return from[index % from.length] ?? "";
}

/** A name as the part of an address: no accents, no blanks. */
function mailPart(name: string): string {
  return name
    .normalize("NFD")
    .replace(/[łŁ]/g, "l")
    .replace(/[øØ]/g, "o")
    .replace(/ı/g, "i")
    .replace(/[^A-Za-z]/g, "")
    .toLowerCase();
}
