export { default } from "@rollcall/db/testing-setup";
