import { redirect } from "next/navigation";
import { PROVISIONING_PATH } from "~/features/shell/navigation.ts";

export default function Security() {
  redirect(PROVISIONING_PATH);
}
