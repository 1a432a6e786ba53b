"""When requests are due: an open model, in which clients do not wait for one another.

A generator that sends its next request only when the last one was answered slows down with the
server and so hides every stall (“coordinated omission”). Here the moments are fixed beforehand,
and a request's latency runs from its moment, also when it was sent late.
"""

import random


def constant(rate: float, seconds: float) -> tuple[float, ...]:
    """Moments in equal distances: `rate` a second, from 0 up to `seconds`."""
    return tuple(number / rate for number in range(round(rate * seconds)))


def poisson(rate: float, seconds: float, seed: int) -> tuple[float, ...]:
    """Moments as of many independent people: `rate` a second on average, up to `seconds`.

    The distances are drawn from the exponential distribution, so arrivals come in bursts.
    """
    chance = random.Random(seed)
    moments: list[float] = []
    moment = chance.expovariate(rate)
    while moment < seconds:
        moments.append(moment)
        moment += chance.expovariate(rate)
    return tuple(moments)
