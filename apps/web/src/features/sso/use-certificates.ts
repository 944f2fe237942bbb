import { useQuery } from "@tanstack/react-query";
import { api } from "~/lib/api.ts";
import { useRested } from "~/lib/use-rested.ts";
import { pemBlocks } from "./pem-blocks.ts";
import { SSO_KEY, SSO_PATH } from "./queries.ts";
import { type Certificate, CertificatesRead } from "./schema.ts";

const MOST_CERTIFICATES = 4;

/**
 * What the certificates in a text say of themselves, in their order; null for what is none. Those that are known are told
 * at once, others when typing rests and the server has read them.
 */
export function useCertificates(
  text: string,
  known: readonly Certificate[],
): readonly (Certificate | null)[] {
  const blocks = pemBlocks(text).slice(0, MOST_CERTIFICATES);
  const read = new Map<string, Certificate | null>(known.map((each) => [each.pem.trim(), each]));
  const asked = pemBlocks(useRested(blocks.filter((block) => !read.has(block)).join("\n")));
  const { data } = useQuery({
    queryKey: [...SSO_KEY, "certificates", asked],
    queryFn: ({ signal }) =>
      api.post(`${SSO_PATH}/certificates`, CertificatesRead, { body: { certificates: asked }, signal }),
    enabled: asked.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  for (const [index, block] of asked.entries()) {
    const answer = data?.certificates[index];
    if (answer !== undefined) read.set(block, answer);
  }
  return blocks.flatMap((block) => {
    const certificate = read.get(block);
    return certificate === undefined ? [] : [certificate];
  });
}
