import { redirect } from "next/navigation";

export default function Access() {
  redirect("/access/users");
}
