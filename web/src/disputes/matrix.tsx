import { Fragment } from "preact";
import { kept } from "../kept";
import { Letter } from "../letter";
import { Opened, Turn } from "../opening_row";
import { answersOf, isSilent, queryOfClaim, scopeInWords, voicesInWords } from "../questions";
import type { Project, Question } from "../records";
import { hrefTo } from "../router";
import { QuestionDetail } from "./question_detail";

interface MatrixProps {
  project: Project;
  questions: Question[];
  sides: string[];
  head: string;
  open: string | null;
}

export function Matrix({ project, questions, sides, head, open }: MatrixProps) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={`${head}s by side`}>
      <table class="matrix">
        <caption class="unseen">{head}s, and what each side’s articles say to them</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {sides.map((side) => (
              <th scope="col" key={side}>
                <bdi>{side}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {questions.map((question) => (
            <Fragment key={question.id}>
              <Row
                project={project}
                question={question}
                sides={sides}
                isOpen={question.id === open}
              />
              {question.id === open && (
                <Opened id={question.id} columns={sides.length + 1}>
                  <QuestionDetail question={question} />
                </Opened>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  project: Project;
  question: Question;
  sides: string[];
  isOpen: boolean;
}

const Row = kept(({ project, question, sides, isOpen }: RowProps) => {
  return (
    <tr class={isOpen ? "row is-open" : "row"} data-of={question.id}>
      <th scope="row">
        <Turn id={question.id} words={question.title} isOpen={isOpen} />
        <small class="kind">
          <span>{question.type}</span> <span>{scopeInWords(question.scope)}</span>
        </small>
      </th>
      {sides.map((side) => (
        <Cell key={side} project={project} question={question} side={side} />
      ))}
    </tr>
  );
});

interface CellProps {
  project: Project;
  question: Question;
  side: string;
}

function Cell({ project, question, side }: CellProps) {
  const answers = answersOf(question, side);
  return (
    <td data-side={side}>
      {answers.map((answer) => (
        <div class="cell" key={`${answer.position} ${answer.answer}`}>
          <Letter position={answer.position} />
          <div>
            <a
              data-in
              href={hrefTo("compare", queryOfClaim(question, answer.claim))}
              title="Read it in the article"
            >
              <bdi>{answer.answer}</bdi>
            </a>
            <small>
              <bdi>{voicesInWords(answer)}</bdi>
            </small>
          </div>
        </div>
      ))}
      {answers.length === 0 &&
        (isSilent(project, question, side) ? (
          <span class="silent">silent</span>
        ) : (
          <span class="nothing">
            <span aria-hidden="true">–</span>
            <span class="unseen">nothing found</span>
          </span>
        ))}
    </td>
  );
}
