import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ProcessDetail } from '@yiwang/contract';
import { lazy, Suspense, useState, type ReactElement } from 'react';
import { useHere } from '../app/session.ts';
import { Button } from '../parts/Button.tsx';
import { FaultBox } from '../parts/FaultBox.tsx';
import { toast } from '../parts/toast.tsx';
import { setSearch, useSearch } from '../route/router.ts';
import { dayTimeOf } from '../words/format.ts';
import { BpmnBox } from './BpmnBox.tsx';
import { ProblemList } from './ProblemList.tsx';
import { useProcessWords } from './processWords.ts';
import { PublishForm } from './PublishForm.tsx';
import { dropDraft, refreshProcesses, saveDraft, useCheck } from './useProcesses.ts';

const ModelerBox = lazy(async () => ({ default: (await import('./ModelerBox.tsx')).ModelerBox }));

/** The newest version or the draft of it; who may publish draws here, keeps a draft, and publishes it. */
export function ModelView(props: { readonly detail: ProcessDetail }): ReactElement {
  const { t, w } = useProcessWords();
  const { session } = useHere();
  const client = useQueryClient();
  const { detail } = props;
  const { draft, shown } = detail;
  const key = { app: detail.app, process: detail.process };
  const mayPublish = session.actions.includes('process.publish');
  const isEditing = mayPublish && useSearch().get('edit') === 'true';
  const stored = mayPublish && draft !== null ? draft.xml : shown.xml;
  const [edited, setEdited] = useState<string>();
  const [rev, setRev] = useState(draft?.rev ?? 0);
  const [publishing, setPublishing] = useState(false);
  const xml = edited ?? stored;
  const isOther = xml !== shown.xml;
  const checked = useCheck(key, xml, isOther && session.actions.includes('process.try'));
  const problems = isOther ? checked.data?.problems : shown.problems;
  const base = draft?.base ?? shown.version;
  const keep = useMutation({
    mutationFn: () => saveDraft(key, { base, rev, xml }),
    onSuccess: async (saved) => {
      setRev(saved?.rev ?? rev + 1);
      setEdited(undefined);
      toast(w('draftKept'));
      await refreshProcesses(client);
    },
  });
  const drop = useMutation({
    mutationFn: () => dropDraft(key),
    onSuccess: async () => {
      setEdited(undefined);
      setRev(0);
      toast(w('draftDropped'));
      await refreshProcesses(client);
    },
  });
  return (
    <>
      <div className="ph">
        <span className="q small process-state">
          {!mayPublish && w('readOnly')}
          {mayPublish && draft === null && edited === undefined && w('editHint')}
          {mayPublish && draft !== null && edited === undefined && (
            <>
              {base < shown.version
                ? w('draftBehind', { base, newest: shown.version })
                : w('draftBy', { base, account: draft.by.replace(/^account:/, ''), at: dayTimeOf(draft.at) })}
            </>
          )}
          {edited !== undefined && w('unsaved')}
        </span>
        <span className="sp" />
        {mayPublish && (
          <>
            {(draft !== null || edited !== undefined) && (
              <Button small onClick={() => drop.mutate()} disabled={drop.isPending}>
                {w('dropDraft')}
              </Button>
            )}
            {isEditing && (
              <Button small onClick={() => keep.mutate()} disabled={edited === undefined || keep.isPending}>
                {w('keepDraft')}
              </Button>
            )}
            <Button small aria-pressed={isEditing} onClick={() => setSearch({ edit: isEditing ? undefined : 'true' })}>
              {w(isEditing ? 'stopEditing' : 'edit')}
            </Button>
            <Button
              small
              look="primary"
              disabled={!isOther || problems === undefined || problems.length > 0}
              title={!isOther ? w('nothingChanged') : (problems?.length ?? 0) > 0 ? w('mendFirst') : undefined}
              onClick={() => setPublishing(true)}
            >
              {w('publish')}
            </Button>
          </>
        )}
      </div>
      {keep.error !== null && <FaultBox error={keep.error} />}
      {drop.error !== null && <FaultBox error={drop.error} />}
      {isEditing ? (
        <Suspense fallback={<output className="load">{t('loading')}</output>}>
          <ModelerBox xml={xml} problems={checked.isFetching && isOther ? undefined : problems} onChange={setEdited} />
        </Suspense>
      ) : (
        <Shown xml={xml} problems={problems} />
      )}
      {publishing && <PublishForm detail={detail} xml={xml} base={base} onClose={() => setPublishing(false)} />}
    </>
  );
}

function Shown(props: {
  readonly xml: string;
  readonly problems: ProcessDetail['shown']['problems'] | undefined;
}): ReactElement {
  const { w } = useProcessWords();
  const { xml, problems } = props;
  const [chosen, setChosen] = useState<string>();
  const wrong = (problems ?? []).flatMap(({ element }) => (element === null ? [] : [element]));
  const marks = wrong.map((element) => ({
    element,
    marks: element === chosen ? ['bpmn-wrong', 'bpmn-chosen'] : ['bpmn-wrong'],
  }));
  return (
    <div className="cols process-cols">
      <div className="process-left">
        <BpmnBox xml={xml} label={w('canvas')} marks={marks} />
      </div>
      <div className="scroll">
        <ProblemList problems={problems} onShow={setChosen} />
      </div>
    </div>
  );
}
