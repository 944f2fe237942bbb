import { writeFileSync } from "node:fs";
import { troubleshootingDocument } from "../src/features/help/troubleshooting-document.ts";

writeFileSync(new URL("../../../docs/troubleshooting.md", import.meta.url), troubleshootingDocument());
