import { OverviewSkeleton } from "~/features/provisioning/overview-skeleton.tsx";

export default function ProvisioningLoading() {
  return (
    <div className="max-w-[55rem]">
      <OverviewSkeleton />
    </div>
  );
}
