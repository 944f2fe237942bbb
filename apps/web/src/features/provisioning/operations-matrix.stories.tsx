import { HEALTHY, NOT_SET_UP } from "~/stories/fixtures/overview.ts";
import { OperationsMatrix, type OperationsMatrixProps } from "./operations-matrix.tsx";
import { useProviderWords } from "./provider-words.ts";

export default { component: OperationsMatrix };

const Matrix = ({ overview }: Pick<OperationsMatrixProps, "overview">) => (
  <OperationsMatrix overview={overview} provider={useProviderWords("onelogin")} />
);
const { operations } = HEALTHY.operations;

export const AllSeen = () => <Matrix overview={HEALTHY} />;
export const Empty = () => <Matrix overview={NOT_SET_UP} />;
export const NoLeavers = () => (
  <Matrix overview={{ ...HEALTHY, operations: { partial: true, operations: operations.slice(0, 2) } }} />
);
export const LongText = () => (
  <Matrix
    overview={{
      ...HEALTHY,
      groups: { people: 12_345, withGroups: 12_344 },
      operations: {
        partial: true,
        operations: operations.map((each) => ({ ...each, count: 1_234_567_890 })),
      },
    }}
  />
);
