import { redirect } from "next/navigation";

export default function ProfileAddress() {
  redirect("/account");
}
