/** Reported speech without quotation marks: what is proposed, and what had better not be. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { read as readDraft, reported } from './read.ts'

const read = (text: string): string[] => reported(readDraft(text))

const proposed: [text: string, speech: string][] = [
  ['Ann Berg said the bridge would open in May.', 'Ann Berg: the bridge would open in May'],
  ['Ann Berg has ruled out sending troops to the island.', 'Ann Berg: ruled out sending troops to the island'],
  ['Ann Berg played down fears of a strike on Monday.', 'Ann Berg: played down fears of a strike on Monday'],
  ['Ann Berg insisted that the pier was sound.', 'Ann Berg: the pier was sound'],
  ['Ann Berg insisted on a vote before the summer.', 'Ann Berg: insisted on a vote before the summer'],
  ['Ann Berg warned against a hasty vote.', 'Ann Berg: warned against a hasty vote'],
  ['Ann Berg warned that the ferries could stop.', 'Ann Berg: the ferries could stop'],
  ['Ann Berg vowed to rebuild the harbour wall.', 'Ann Berg: vowed to rebuild the harbour wall'],
  ['Ann Berg urged the council to pay for the ferry.', 'Ann Berg: urged the council to pay for the ferry'],
  ['Ann Berg hinted at a second ferry by summer.', 'Ann Berg: hinted at a second ferry by summer'],
  ['Ann Berg denied taking money from the builders.', 'Ann Berg: denied taking money from the builders'],
  ['Ann Berg rejected the idea of a toll on the bridge.', 'Ann Berg: rejected the idea of a toll on the bridge'],
  ['Ann Berg called for a public inquiry into the fire.', 'Ann Berg: called for a public inquiry into the fire'],
  ['Ann Berg called on the minister to resign at once.', 'Ann Berg: called on the minister to resign at once'],
  ['Tom Reel said the firms covered the costs.', 'Tom Reel: the firms covered the costs'],
  ['The party opposed it, saying the paper was not ready.', 'party: the paper was not ready'],
  ['It gave people access to books, said Mr Reel.', 'Reel: It gave people access to books'],
  ['The unions said more than 15,000 people registered.', 'unions: more than 15,000 people registered'],
  ['Ann Berg reported that the pier was shut.', 'Ann Berg: the pier was shut'],
  ['Ann Berg reiterated that the pier was shut.', 'Ann Berg: the pier was shut'],
  ['Ann Berg proposed that the pier be sold.', 'Ann Berg: the pier be sold'],
  ['The court heard that the phone was near the depot.', 'court: the phone was near the depot'],
  [
    'Ann Berg said she had no knowledge of any efforts to urge the League on.',
    'Ann Berg: she had no knowledge of any efforts to urge the League on',
  ],
  ['Ann Berg said he did not realize Mr. Marr saw it.', 'Ann Berg: he did not realize Mr. Marr saw it'],
  ['Ann Berg said they saved nearly RM900,000 in a year.', 'Ann Berg: they saved nearly RM900,000 in a year'],
  [
    'Ann Berg said the team should have been called the Herons.',
    'Ann Berg: the team should have been called the Herons',
  ],
  [
    'Ann Berg said he saw no need to wait, telling reporters that “we tell the truth”.',
    'Ann Berg: he saw no need to wait',
  ],
  ['Those surveyed say the toll should be the first to go.', 'Those surveyed: the toll should be the first to go'],
  ['Nearly two-thirds of the riders said the toll was fair.', 'two-thirds of the riders: the toll was fair'],
  ['Ann Berg said if the pier closed, all would pay.', 'Ann Berg: if the pier closed, all would pay'],
  [
    'Ann Berg said just because it is old does not mean it is safe.',
    'Ann Berg: just because it is old does not mean it is safe',
  ],
  [
    'It is a gift, Ann Berg said, that would be spent in a year.',
    'Ann Berg: It is a gift … that would be spent in a year',
  ],
  ['The answer, Ann Berg told them, was plain.', 'Ann Berg: The answer … was plain'],
  ['Ann Berg said she would stay, as has Tom Reel, the mayor.', 'Ann Berg: she would stay'],
  ['Ann Berg disclosed that after the storm, Tom Reel called her.', 'Ann Berg: after the storm, Tom Reel called her'],
  ['Ann Berg proposed closing the pier and has sold the ferry.', 'Ann Berg: proposed closing the pier'],
  ['Sources close to the board said it was split.', 'Sources close to the board: it was split'],
  [
    'The former secretary of state has long maintained that she kept the rules.',
    'former secretary: she kept the rules',
  ],
  ['A report by the city found that the wall had moved.', 'report by the city: the wall had moved'],
  ['Digital experts said success depends on being plain.', 'Digital experts: success depends on being plain'],
  ['The board said 2025 has seen the worst start on record.', 'board: 2025 has seen the worst start on record'],
  ['Tom Reel said Ann Berg would go, but he has not asked her.', 'Tom Reel: Ann Berg would go'],
  ['The vote, said Ann Berg, would be clear by noon.', 'Ann Berg: The vote … would be clear by noon'],
  [
    'Since last May, according to Harbour Watch, the guards have shut four piers.',
    'Harbour Watch: Since last May … the guards have shut four piers',
  ],
  [
    'At an emergency meeting, held at the request of the League, Ambassador Reel denied taking the ships.',
    'Reel: denied taking the ships',
  ],
  ['Ann Berg warned both sides were preparing for a strike.', 'Ann Berg: both sides were preparing for a strike'],
  ['Ann Berg pushed back against talk of a toll.', 'Ann Berg: pushed back against talk of a toll'],
  ['Ann Berg pointed out that the pier was sound.', 'Ann Berg: the pier was sound'],
  [
    'One in four riders in a poll last year said the fare was too high.',
    'One in four riders in a poll: the fare was too high',
  ],
  ['Current and former pilots said the channel has moved.', 'Current and former pilots: the channel has moved'],
  ['Ann Berg has said repeatedly that the wall will hold.', 'Ann Berg: the wall will hold'],
  ['As Ann Berg noted, the pier has been shut since May.', 'Ann Berg: the pier has been shut since May'],
  [
    'The pier was shut in May, according to Harbour Office records.',
    'Harbour Office records: The pier was shut in May',
  ],
  ['Ann Berg proposed selling the old pier to the league.', 'Ann Berg: proposed selling the old pier to the league'],
  ['Tom Reel said the pier was sound, which pleased the board.', 'Tom Reel: the pier was sound'],
  [
    'Tom Reel said the yard would close, a blow to the town that built it a century ago.',
    'Tom Reel: the yard would close',
  ],
  ['A cook said the pier was unsafe, the report said.', 'report: A cook said the pier was unsafe'],
  ['The fee, which critics said was unfair to the poor, was cut.', 'critics: was unfair to the poor'],
  ['Ann Berg, who says “no” often, said she would stay.', 'Ann Berg: she would stay'],
]
describe('proposed', () => {
  for (const [text, speech] of proposed) test(text, () => assert.deepEqual(read(text), [speech]))
})

describe('left to the editor', () => {
  for (const text of [
    'The court rejected her appeal.',
    'Ann Berg rejected the first bottle of wine.',
    'The storm threatened to flood the town.',
    'If Ann Berg ruled out a vote, the council would fall.',
    'Ann Berg could rule out a vote on the toll.',
    'Ann Berg did not rule out a vote on the toll.',
    'Ann Berg was urged to resign by her own party.',
    'Ann Berg called the plumber and the police.',
    'Ann Berg played for the county for ten years.',
    'The plan was rejected and the meeting ended.',
    'Ann Berg denied him a second chance at the title.',
    'Nobody warned the people of the island about it.',
    'Urged on by the crowd, Ann Berg won the race.',
    'Asked whether he had done wrong, he said: “No.”',
    'As the charges were unsealed in Port Ellis, Reel testified.',
    'Reel, who denies the claim, has avoided the town.',
    'Not all of her followers agreed, he said.',
    '“It is late,” said Ann Berg, the director of a group that tracks boats.',
    'Ann Berg said the same thing about the board for years.',
    '“It is late,” Ann Berg said on Monday, waving from the pier as she left.',
    'It was a list of voters who say they have had enough of it.',
    'Before the storm rose over the harbour, Ann Berg promised to mend the roof of “the pier”.',
  ])
    test(text, () => assert.deepEqual(read(text), []))
})
