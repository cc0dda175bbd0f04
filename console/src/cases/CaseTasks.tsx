import type { ReactElement } from 'react';
import type { CaseDetail } from '@yiwang/contract';
import { toast } from '../parts/toast.tsx';
import { FaultBox } from '../parts/FaultBox.tsx';
import { useSearch } from '../route/router.ts';
import { useWords } from '../words/useWords.ts';
import { OpenTask } from './OpenTask.tsx';
import { useTaskOrder } from './useCase.ts';

/** What can be done now. `?go=dispatch` puts the focus on the first form, for the one-key way from the one screen. */
export function CaseTasks(props: { readonly detail: CaseDetail }): ReactElement {
  const { t } = useWords();
  const { detail } = props;
  const isStraight = useSearch().has('go');
  const open = detail.tasks.filter((task) => task.state === 'open');
  const order = useTaskOrder(detail.summary.region, detail.summary.id, ({ task, what }) =>
    toast(t(what === 'claim' ? 'taskClaimed' : 'taskDone', { name: task.name })),
  );
  return (
    <section className="sec" aria-labelledby="tasks">
      <h2 id="tasks">{t('tasks')}</h2>
      <div className="pb">
        {order.error !== null && <FaultBox error={order.error} />}
        {open.length === 0 && <p className="q">{t('noTasks')}</p>}
        {open.map((task, index) => (
          <OpenTask
            key={task.id}
            detail={detail}
            task={task}
            busy={order.isPending}
            focus={isStraight && index === 0}
            onOrder={(what, form) => order.mutate({ task, what, ...(form === undefined ? {} : { form }) })}
          />
        ))}
      </div>
    </section>
  );
}
