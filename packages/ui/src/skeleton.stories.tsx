import { Loading, ProgressLine, Skeleton } from "./skeleton.tsx";

export default { component: Skeleton };

export const Shape = () => <Skeleton className="h-24 w-full" />;
export const StillLoading = () => (
  <Loading loading placeholder={<Skeleton className="h-24 w-full" />}>
    312 people
  </Loading>
);
export const Loaded = () => (
  <Loading loading={false} placeholder={<Skeleton className="h-24 w-full" />}>
    312 people
  </Loading>
);
export const LoadingAgain = () => (
  <div className="relative">
    <ProgressLine active />
    312 people
  </div>
);
