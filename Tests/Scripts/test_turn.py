"""Tests of what is tried in a turn."""
import os
import unittest
from unittest import mock

import turn


class Turns(unittest.TestCase):
    def test_turns_that_follow_each_other_try_all(self):
        for many in range(1, 30):
            for count in range(1, 12):
                some = [f"file {number}" for number in range(many)]
                tried = {one for at in range(7, 7 + -(-many // count)) for one in turn.drawn(some, count, at)}
                self.assertEqual(tried, set(some), f"{count} of {many}")

    def test_a_turn_tries_as_many_as_it_says_in_their_order_and_the_same_again(self):
        some = list(range(40))
        for at in range(20):
            chosen = turn.drawn(some, 9, at)
            self.assertEqual(len(set(chosen)), 9)
            self.assertEqual(chosen, sorted(chosen))
            self.assertEqual(chosen, turn.drawn(some, 9, at))
        self.assertEqual(turn.drawn(some, None, 3), some)
        self.assertEqual(turn.drawn(some, 60, 3), some)
        self.assertEqual(turn.drawn([], 3, 3), [])

    def test_every_kind_is_tried_each_time(self):
        some = ["a1", "b1", "a2", "a3", "a4", "c1"]
        for at in range(9):
            chosen = turn.spread(some, lambda one: one[0], 2, at)
            self.assertEqual([len([one for one in chosen if one[0] == kind]) for kind in "abc"], [2, 1, 1])
        tried = {one for at in range(2) for one in turn.spread(some, lambda one: one[0], 2, at)}
        self.assertEqual(tried, set(some))

    def test_a_turn_can_be_repeated_and_is_the_day_where_no_history_tells(self):
        with mock.patch.dict(os.environ, {turn.VARIABLE: "31"}):
            self.assertEqual(turn.turn(), 31)
        with mock.patch.dict(os.environ, {turn.VARIABLE: ""}), mock.patch.object(turn, "commits", return_value=None):
            self.assertGreater(turn.turn(), 20_000)


if __name__ == "__main__":
    unittest.main()
